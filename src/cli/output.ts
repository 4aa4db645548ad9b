/** Lines on standard output, written no faster than they are taken. */
export class Output {
  private broken = false;

  constructor(private readonly stream: NodeJS.WriteStream) {
    // A reader such as `head` may leave early; that is no error of ours.
    stream.on('error', () => (this.broken = true));
  }

  /** @returns false when nobody reads any more */
  write(line: string): Promise<boolean> {
    if (this.broken) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.stream.write(`${line}\n`, (error) => resolve(!error && !this.broken));
    });
  }
}
