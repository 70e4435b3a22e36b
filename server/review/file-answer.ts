import { Readable } from 'node:stream'

/** An answer that is a file, sent as it is made. */
export class FileAnswer {
  readonly name: string
  readonly type: string
  readonly lines: Readable

  constructor(name: string, type: string, lines: AsyncIterable<string>) {
    this.name = name
    this.type = type
    this.lines = Readable.from(lines)
  }
}
