import type { Fact } from '#core/domain/fact.ts'

/** Where a value stands in the timing files, as a fact: "line 214 of 23_….CSV". */
export function sourceLine({ id, source }: Fact): Fact | undefined {
  if (source === undefined) return undefined
  const name = source.file.split('/').at(-1) ?? source.file
  return {
    id: `computed:line(${id})`,
    label: 'Where it stands in the timing files',
    value: source.line,
    unit: '',
    text: `line ${source.line} of ${name}`,
    document: null,
    operands: [id],
  }
}
