const pageOfLaps = 10

/** Where an arrow, Home, End or Page key leads from a place in a row of so many; undefined for other keys. */
export function placeAfterKey(key: string, at: number, of: number): number | undefined {
  const within = (place: number) => Math.max(0, Math.min(of - 1, place))
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return within(at === -1 ? of - 1 : at - 1)
    case 'PageDown':
      return within(at + pageOfLaps)
    case 'PageUp':
      return within(at - pageOfLaps)
    case 'Home':
      return 0
    case 'End':
      return of - 1
    default:
      return undefined
  }
}
