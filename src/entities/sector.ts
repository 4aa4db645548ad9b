import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field of government work, e.g. PUBLIC_SECURITY 公安. */
@Entity('sector')
export class Sector {
  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  ordinal!: number;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;
}
