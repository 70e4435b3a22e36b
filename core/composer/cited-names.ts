import { factIdOf } from '#core/domain/fact-id.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { RaceId } from '#core/domain/ids.ts'
import {
  type Quantity,
  type SectionId,
  sectionIds,
  type SubSectionId,
  subSectionIds,
} from '#core/domain/quantity.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { CoachedCar } from './coached-car.ts'
import { exact, listed, type Piece, short } from './say.ts'

/** "Section 2", cited where the car's opportunities name it, else where the race does. */
export function sectionCited({ pattern, race, key, own, ofRace }: CoachedCar, id: Quantity): Piece {
  const opportunity = pattern.opportunities.findIndex((section) => section === id)
  if (opportunity >= 0) return exact(own(`opportunities.${opportunity}`))
  const timed = race.classes[key]?.sections.findIndex((section) => section === id) ?? -1
  if (timed >= 0) return exact(ofRace(`classes.${key}.sections.${timed}`))
  const half = race.layout.subSections.findIndex((subSection) => subSection === id)
  return exact(ofRace(`layout.subSections.${half}`))
}

/** "Section 2 (Turns 5–11)"; without the corners where nobody knows them. */
export function sectionWithCorners(car: CoachedCar, id: Quantity): Piece {
  return [sectionCited(car, id), cornersInBrackets(car, id)]
}

/** " (Turns 5–11)", or nothing. */
export function cornersInBrackets({ track, ofTrack }: CoachedCar, id: Quantity): Piece {
  if (track.cornerRanges[id] === undefined) return ''
  return [' (', exact(ofTrack(`cornerRanges.${id}`)), ')']
}

/** "lap 3", "laps 3, 8 and 12". */
export function lapsCited(laps: readonly Fact[]): Piece {
  const [only] = laps
  if (only !== undefined && laps.length === 1) return exact(only)
  return ['laps ', listed(laps.map(short))]
}

/** "lap 3", "laps 3 and 4", "laps 3 to 8". */
export function lapSpan(from: Fact, to: Fact): Piece {
  if (from.value === to.value) return exact(from)
  const between = Number(to.value) - Number(from.value) === 1 ? ' and ' : ' to '
  return ['laps ', short(from), between, short(to)]
}

/** "car 93", "cars 93 and 51". */
export function carsCited(cars: readonly Fact[]): Piece {
  const [only] = cars
  if (only !== undefined && cars.length === 1) return exact(only)
  return ['cars ', listed(cars.map(short))]
}

/** "1 lap", "24 laps". */
export function countCited(count: Fact, noun: string): Piece {
  return [exact(count), ' ', count.value === 1 ? noun : `${noun}s`]
}

/** "20th of 22" */
export function rankCited(rank: Fact, of: Fact): Piece {
  return [exact(rank), ' of ', exact(of)]
}

/** "0.55 s off", "0.03 s ahead of", "level with": to be followed by what it is a gap to. */
export function offOrAhead(gap: Fact): Piece {
  if (isLevel(gap)) return 'level with'
  return [short(gap), Number(gap.value) > 0 ? ' off' : ' ahead of']
}

/** "0.55 s off", "0.03 s ahead", "level": nothing follows. */
export function offOrAheadAlone(gap: Fact): Piece {
  if (isLevel(gap)) return 'level'
  return [short(gap), Number(gap.value) > 0 ? ' off' : ' ahead']
}

/** The rank of the pace in a section or sub-section. */
export function paceRankCited({ own }: CoachedCar, at: string): Piece {
  return rankCited(own(`${at}.paceRank`), own(`${at}.paceOf`))
}

/** "0.27 s to 0.08 s closer", "0.15 s closer to 0.02 s further away": words for below and above 0. */
export function signedRange(
  low: Fact,
  high: Fact,
  [below, above]: readonly [string, string],
): Piece {
  const word = (fact: Fact) => (Number(fact.value) < 0 ? below : above)
  if (word(low) === word(high)) return [short(low), ' to ', short(high), ' ', word(high)]
  return [short(low), ' ', word(low), ' to ', short(high), ' ', word(high)]
}

/** Less than what a timing loop can tell. */
function isLevel({ value }: Fact): boolean {
  return Math.abs(Number(value)) < 0.5
}

/** Where a section's or sub-section's figures stand in the car's document. */
export function fieldOf(id: Quantity): string {
  if (id === 'lap') return 'lap'
  return id.length === 2 ? `sections.${id}` : `subSections.${id}`
}

/** The own best quarter of laps in a section or sub-section: the quickest of them, in lap order. */
export function targetLapFacts(
  { pattern, own }: CoachedCar,
  part: SectionId | SubSectionId,
  most = Infinity,
): readonly Fact[] {
  const laps = figuresOf(pattern, part)?.targetLaps ?? []
  const quickness = (lap: number) => pattern.laps[String(lap)]?.correctedMs[part] ?? Infinity
  const chosen = new Set(laps.toSorted((a, b) => quickness(a) - quickness(b)).slice(0, most))
  return laps.flatMap((lap, index) =>
    chosen.has(lap) ? [own(`${fieldOf(part)}.targetLaps.${index}`)] : [],
  )
}

/** The figures of a section or of a sub-section. */
export function figuresOf(
  { sections, subSections }: PatternDocument,
  part: SectionId | SubSectionId,
) {
  const section = sectionIds.find((id) => id === part)
  if (section !== undefined) return sections[section]
  const half = subSectionIds.find((id) => id === part)
  return half && subSections[half]
}

/** "Race 2" */
export function raceCited(raceId: RaceId): Piece {
  const number = raceId.slice(raceId.lastIndexOf('-r') + 2)
  return ['Race ', { text: number, factId: factIdOf('races', raceId, 'raceNumber') }]
}
