import type { Fact } from '#core/domain/fact.ts'
import type { FactAnswer } from '#core/protocol/rest/fact-answer.ts'
import type { SourceLine } from '#core/ports/document-store.ts'

export function presentFact(fact: Fact, line: SourceLine | undefined): FactAnswer {
  const { source } = fact
  if (source === undefined || line === undefined) return { fact, line: null, cell: null }
  const index = line.header.indexOf(source.column)
  const text = line.cells[index]
  return {
    fact,
    line: {
      file: source.file,
      line: source.line,
      header: [...line.header],
      cells: [...line.cells],
      struckOut: [...line.struckOut],
    },
    cell: text === undefined ? null : { column: source.column, index, text },
  }
}
