/** SQL and the values of its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Collects the values of a statement that is put together from parts. */
export class Parameters {
  readonly all: unknown[] = [];

  /** Takes a value and answers with the placeholder that stands for it. */
  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}
