/** What statements of one transaction are asked of. */
export type { EntityManager as Transaction } from 'typeorm';
