/** Union–find over 0 … size−1. */
export class DisjointSets {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  root(i: number): number {
    let at = i;
    while (this.up(at) !== at) {
      this.parent[at] = this.up(this.up(at));
      at = this.up(at);
    }
    return at;
  }

  join(a: number, b: number): void {
    this.parent[this.root(b)] = this.root(a);
  }

  private up(i: number): number {
    return this.parent[i] ?? i;
  }
}
