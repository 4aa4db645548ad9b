import { apiError } from '../errors.js';

/** Lets so many files be made at once; any more are refused at once, as GraphQL requests are. */
export class Turns {
  private underWay = 0;

  constructor(private readonly most: number) {}

  /** @throws OVERLOADED */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= this.most) throw apiError('OVERLOADED', 'Too many files are being made.');
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }
}
