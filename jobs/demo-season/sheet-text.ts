/** A column of a sheet: its name as printed, and its cell for a row. */
export type Column<T> = readonly [name: string, cell: (item: T, at: number) => string]

/** How a sheet's lines are written; with names also a byte order mark and a delimiter at the end. */
export type SheetForm = { readonly withNames: boolean; readonly crlf: boolean }

/** The text of a sheet as the timing exports it. */
export function sheetText<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
  form: SheetForm,
): string {
  const end = `${form.withNames ? ';' : ''}${form.withNames || form.crlf ? '\r\n' : '\n'}`
  let text = (form.withNames ? '\uFEFF' : '') + columns.map(([name]) => name).join(';') + end
  for (const [at, item] of items.entries()) {
    text += columns.map(([, cell]) => cell(item, at)).join(';') + end
  }
  return text
}

/** Columns that are there and always empty. */
export function emptyColumns(names: string): Column<unknown>[] {
  return names.split(';').map((name) => [name, () => ''])
}

/** Columns that only sheets with names have. */
export function onlyWith<T>(isThere: boolean, columns: readonly Column<T>[]): readonly Column<T>[] {
  return isThere ? columns : []
}
