import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import type { AnswerIntent } from '../../draft.ts'
import { sectionAsked } from '../in-race.ts'
import { tellOf, type Written } from '../telling.ts'

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
    if (section !== undefined) return ofSection(race, section)
    return ofTrack(race, ask.part.text)
  })

function ofTrack({ track, ofTrack: at }: CoachedRace, text: string): Written {
  if (track.lengthM === null)
    return {
      outcome: 'not-in-data',
      sentences: [note`Of ${track.shortName} nothing is known but its timing.`],
      suggestions: ['Which races are there?'],
    }
  const place: Piece =
    track.location === null ? '' : ` in ${track.location.city}, ${track.location.state}`
  const way: Piece = track.direction === null ? '' : [', driven ', exact(at('direction'))]
  const isOfCorners = /\b(?:corners?|turns?|bends?)\b/i.test(text)
  const whole = fact`${exact(at('name'))}${place} is ${exact(at('lengthM'))} long${way}.`
  const parts = sections({ track, at })
  const [, anti] = /\b(anti|counter)?[- ]?clockwise\b/i.exec(text) ?? []
  const isAsked = /\bclockwise\b/i.test(text) && track.direction !== null
  return {
    verdict: isAsked ? (track.direction === 'clockwise') === (anti === undefined) : undefined,
    sentences: [
      ...(isOfCorners ? [parts, whole] : [whole, parts]),
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

function ofSection({ track, ofTrack: at, ofRace, race }: CoachedRace, part: string): Written {
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
  return {
    sentences: [
      fact`${name} of ${track.shortName}${length}${corners}.`,
      note`Timing sees a section as a whole, not the single corner in it.`,
    ],
    asked: [isLong ? at(`sections.${index}.lengthM`) : at(`cornerRanges.${section}`)],
    suggestions: ['Who is quickest there?', 'How am I in that section?'],
  }
}
