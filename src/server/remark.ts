/** What is said of an answer between the places that make it; the context of each request has its own. */
export interface Remark {
  /** True where the answer says nothing but what the data says: that of a query without an error. */
  isPure: boolean;
  /** Why the version of the data could not be read; null where it could, or nobody tried. */
  readonly fault: unknown;
}
