/** Where a pattern document keeps the pace of a quantity. */
export function paceField(quantity: string): string {
  if (quantity === 'lap') return 'lap.paceMs'
  return quantity.length === 2 ? `sections.${quantity}.paceMs` : `subSections.${quantity}.paceMs`
}
