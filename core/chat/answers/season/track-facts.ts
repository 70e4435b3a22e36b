import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { sectionAsked } from '../in-race.ts'
import { type RaceTelling, tellOf, type Written } from '../telling.ts'

/** Length, direction, sections and corners of a track. */
export const trackFacts: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { trackId, raceId } = ask.part.scope
    const races = await ask.season.races()
    const found = races.find((race) =>
      trackId === undefined ? race.raceId === raceId : race.trackId === trackId,
    )
    if (found === undefined)
      return {
        outcome: 'asked-back',
        sentences: [note`Which track?`],
        suggestions: [...new Set(races.map(({ trackId: id }) => id))].slice(0, 4),
      }
    const race = telling.other(await ask.season.race(found.raceId))
    const section = sectionAsked(ask)
    if (section !== undefined) return ofSection(race, section, ask.part.text, telling.keep)
    return ofTrack(race, ask.part.text, telling.keep)
  })

function ofTrack({ track, ofTrack: at }: CoachedRace, text: string, keep: Keep): Written {
  if (track.lengthM === null)
    return {
      outcome: 'not-in-data',
      sentences: [note`Of ${track.shortName} nothing is known but its timing.`],
      suggestions: ['Which races are there?'],
    }
  const place: Piece =
    track.location === null ? '' : ` in ${track.location.city}, ${track.location.state}`
  const way: Piece = track.direction === null ? '' : [', driven ', exact(at('direction'))]
  const corners = track.sections.flatMap(({ corners: there }, index) =>
    there.map((_, corner) => at(`sections.${index}.corners.${corner}`)),
  )
  const isCounted = /\b(?:how many|number of|count)\b/i.test(text) && corners.length > 0
  const isOfCorners = /\b(?:corners?|turns?|bends?)\b/i.test(text)
  const whole = fact`${exact(at('name'))}${place} is ${exact(at('lengthM'))} long${way}.`
  const parts = sections({ track, at })
  const label = `${track.shortName}: corners`
  const count = isCounted ? keep(computedFact('count', corners, 'count', label)) : undefined
  const [, anti] = /\b(anti|counter)?[- ]?clockwise\b/i.exec(text) ?? []
  const isAsked = /clockwise\b/i.test(text) && track.direction !== null
  return {
    verdict: isAsked ? (track.direction === 'clockwise') === (anti === undefined) : undefined,
    sentences: [
      ...(isOfCorners
        ? [count && fact`${track.shortName} has ${countCited(count, 'turn')}.`, parts]
        : [whole, parts]),
      /trap/i.test(text)
        ? note`Where the speed trap stands is drawn on the map, where it is known.`
        : undefined,
      track.isInvented ? note`The races there are invented.` : undefined,
      isOfCorners && track.cornerNote !== null && !/\d/.test(track.cornerNote)
        ? note`${track.cornerNote}`
        : undefined,
    ],
    asked: [at('lengthM')],
    suggestions: ['Who is quickest in which section?', 'What is the best-case composite here?'],
  }
}

type Keep = RaceTelling['keep']
type Named = Pick<CoachedRace, 'track'> & { readonly at: CoachedRace['ofTrack'] }

function sections({ track, at }: Named) {
  const known = track.sections.flatMap(({ section, lengthM }, index): Piece[] => {
    if (lengthM === null) return []
    const corners: Piece =
      track.cornerRanges[section] === undefined
        ? ''
        : [' with ', exact(at(`cornerRanges.${section}`))]
    return [
      [
        ordinals[sectionIds.indexOf(section)] ?? '',
        ' ',
        exact(at(`sections.${index}.lengthM`)),
        corners,
      ],
    ]
  })
  return known.length === 0 ? undefined : fact`Its sections: ${listed(known)}.`
}

const ordinals = ['the first', 'the second', 'the third']

function ofSection(
  { track, ofTrack: at, ofRace, race }: CoachedRace,
  part: string,
  text: string,
  keep: Keep,
): Written {
  const section = sectionIds.find((id) => part.startsWith(id)) ?? 's1'
  const index = track.sections.findIndex((one) => one.section === section)
  const key = Object.keys(race.classes)[0] ?? 'none'
  const timed = race.classes[key]?.sections.indexOf(section) ?? -1
  const name: Piece = timed < 0 ? `That section` : exact(ofRace(`classes.${key}.sections.${timed}`))
  const isLong = (track.sections[index]?.lengthM ?? null) !== null
  const length: Piece = isLong ? [' is ', exact(at(`sections.${index}.lengthM`)), ' long'] : ''
  const hasCorners = track.cornerRanges[section] !== undefined
  if (!isLong && !hasCorners)
    return {
      outcome: 'not-in-data',
      sentences: [note`Where that section of ${track.shortName} lies is not known.`],
    }
  const corners: Piece = hasCorners
    ? [length === '' ? ' has ' : ' and has ', exact(at(`cornerRanges.${section}`))]
    : ''
  const turns = (track.sections[index]?.corners ?? []).map((_, corner) =>
    at(`sections.${index}.corners.${corner}`),
  )
  const counted =
    turns.length > 0 && /\bhow many\b|\bnumber of\b/i.test(text)
      ? keep(computedFact('count', turns, 'count', `${track.shortName}, ${section}: corners`))
      : undefined
  const end =
    isLong && asksEnds.test(text) && !/\b(?:turns?|corners?|t\d)/i.test(text)
      ? ends({ track, at }, index, name, keep)
      : undefined
  return {
    sentences: [
      counted && fact`${name} of ${track.shortName} has ${countCited(counted, 'turn')}.`,
      end,
      fact`${end === undefined ? [name, ' of ', track.shortName] : 'It'}${length}${corners}.`,
      end !== undefined
        ? undefined
        : note`Timing sees a section as a whole, not the single corner in it.`,
    ],
    asked: [isLong ? at(`sections.${index}.lengthM`) : at(`cornerRanges.${section}`)],
    suggestions: ['Who is quickest there?', 'How am I in that section?'],
  }
}

const asksEnds =
  /\b(?:begin\w*|starts?|starting|ends?|ending|finish\w*|stops?|where (?:is|are|does|do))\b/i

/** "Section 2 begins 1,385 m after the line and ends at 2,807 m": the sections follow on each other. */
function ends({ track, at }: Named, index: number, name: Piece, keep: Keep) {
  const lengths = track.sections.slice(0, index + 1).map((_, one) => at(`sections.${one}.lengthM`))
  if (lengths.some(({ value }) => value === null)) return undefined
  const sum = (parts: readonly Fact[], label: string) =>
    parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : keep(computedFact('sum', parts, 'length', label))
  const isLast = index === track.sections.length - 1
  const from: Piece =
    index === 0
      ? 'at the start/finish line'
      : [exact(sum(lengths.slice(0, -1), 'Where the section begins')), ' after the line']
  const to: Piece = isLast ? 'at the line' : ['at ', exact(sum(lengths, 'Where the section ends'))]
  return fact`${name} of ${track.shortName} begins ${from} and ends ${to}.`
}
