import type { DirectionItem, Item } from './items.ts'
import type { Matched } from './numbers-and-names.ts'

/** Whether a word of direction is said of what no comparison of the facts is about. */
export function isMisplaced(
  item: DirectionItem,
  text: string,
  items: readonly Item[],
  matched: Matched,
): boolean {
  return (
    isOfTheTrack(item, items) || isTimeAsGap(item, items, matched) || isOfTheRace(item, text, items)
  )
}

/** Places that were won are not the race. */
function isOfTheRace(item: Item, text: string, items: readonly Item[]): boolean {
  const after = items.slice(items.indexOf(item) + 1)
  const words = after.map((one) => (one.type === 'word' ? one.text : '')).join(' ')
  return /^w[io]ns?$/.test(text) && /^\s*the race\b/.test(words)
}

/** "You are 2:29.848 off": a time that was driven is no gap. */
function isTimeAsGap(item: DirectionItem, items: readonly Item[], matched: Matched): boolean {
  const before = items[items.indexOf(item) - 1]
  const given = before && matched.get(before)
  if (given === undefined || item.direction.degree !== 'comparative') return false
  return given.fact.unit === 'ms' && given.subject.figure.sign === undefined
}

/** "The track got quicker": what the cars did says nothing of it. */
function isOfTheTrack(item: Item, items: readonly Item[]): boolean {
  const [track, verb] = items.slice(0, items.indexOf(item)).slice(-2)
  return (
    track?.type === 'word' &&
    track.text === 'track' &&
    verb?.type === 'word' &&
    /^(got|gets|was|is|became|went)$/.test(verb.text)
  )
}
