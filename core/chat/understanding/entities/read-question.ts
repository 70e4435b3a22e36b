import { setAmountsAside } from './find-amounts.ts'
import { findCars } from './find-cars.ts'
import { findFigures } from './find-figures.ts'
import { findFilters } from './find-filters.ts'
import { findLaps } from './find-laps.ts'
import { findMoments } from './find-moments.ts'
import { findOrdinals } from '../context/ordinals.ts'
import { findNamedCorners } from './find-named-corners.ts'
import { findPartners } from './find-partners.ts'
import { findPersons } from './find-persons.ts'
import { findRaces } from './find-races.ts'
import { findCorners, findSections } from './find-sections.ts'
import { findTimes } from './find-times.ts'
import { findTracks } from './find-tracks.ts'
import { findWanted } from './find-wanted.ts'
import { findWindows, type Past } from './find-windows.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import type { SeasonNames } from './season-names.ts'

/**
 * Recognises all that a text names; `last` is the question before, for words that point back to its laps. The order matters: dates before numbers, "the second half of section 2" before
 * the second half of the race, everything with a word before it before bare numbers.
 */
export function readQuestion(text: string, names: SeasonNames, last?: Past): Reading {
  let reading: Reading = { text, mentions: [] }
  reading = findTracks(reading, names)
  reading = findRaces(reading)
  reading = findSections(reading)
  reading = findCorners(reading)
  reading = findNamedCorners(reading)
  reading = findMoments(reading)
  reading = findWindows(reading, last)
  reading = findFilters(reading)
  reading = findWanted(reading)
  reading = findOrdinals(reading)
  reading = findLaps(reading)
  reading = findPartners(reading)
  reading = findTimes(reading)
  reading = setAmountsAside(reading, names)
  reading = findCars(reading)
  reading = findFigures(reading)
  reading = findPersons(reading)
  return { ...reading, mentions: inOrder(reading.mentions, text) }
}

/** Cars in the order in which they were said, whichever pattern found them. */
function inOrder(mentions: readonly Mention[], text: string): readonly Mention[] {
  const at = ({ number }: { readonly number: string }) =>
    text.search(new RegExp(`(?<!\\d)${number}(?!\\d)`))
  const cars = mentions.filter(isNumber).toSorted((a, b) => at(a) - at(b))
  return [...cars, ...mentions.filter((one) => !isNumber(one))]
}

function isNumber(mention: Mention): mention is Extract<Mention, { readonly number: string }> {
  return mention.type === 'car' || mention.type === 'bare'
}
