import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Background } from './background.ts'
import { takenFrom } from './background.ts'
import type { Decision } from '../intents/decide-intent.ts'
import { keptBefore, keptFilter } from './carried.ts'
import { leansOnPrevious } from './follow-up.ts'
import { isOfPartner, partnersByPlace } from '../intents/fit-intent.ts'
import type { Intent } from '../intents/intent.ts'
import type { Mention } from '../entities/mention.ts'
import { wantedIn } from '../intents/wanted-intent.ts'
import { missingOf } from './missing.ts'
import type { Reading } from '../entities/reading.ts'
import { settleByMeaning } from './settle-bare.ts'
import type { FoundLaps } from './resolve-laps.ts'
import { range, resolveFilter, resolveLaps } from './resolve-laps.ts'
import { isOfOwnBest, ofOne, picking } from './meant-by-intent.ts'
import { placeOf, placeScope } from './place-of-intent.ts'
import { resolvePlace } from './resolve-place.ts'
import { resolveSections } from './resolve-sections.ts'
import { resolveSubject } from './resolve-subject.ts'
import type { SeasonNames } from '../entities/season-names.ts'
import type { Part, Unknown } from '../understanding.ts'
import { untakenOf } from '../intents/untaken.ts'

/** Intents that are about restarts themselves: "at the restart" picks no laps there. */
const restartIsTopic = new Set(
  'movers places-lap1 up-to-speed phases lap-story flags who-passed why-slow position gaps'.split(
    ' ',
  ),
)
/** Makes the mentions of one question cars, races, laps and sections of this season. */
export function resolvePart(
  reading: Reading,
  decision: Decision,
  background: Background,
  names: SeasonNames,
  piece: string,
): Part {
  const { intent, ...decided } = decision
  const followsOn = decision.isFollowUp || leansOnPrevious(reading)
  const sources = takenFrom(background, followsOn)
  const found = resolvePlace(reading.mentions, sources, names, followsOn)
  const place = placeOf(intent, reading.mentions, found)
  const { mentions, doubt } = settled(reading.mentions, decision, background)
  const around = { intent, background, sources, names, isFollowUp: decided.isFollowUp }
  const subject = resolveSubject(mentions, { ...around, race: place.race })
  const lapBefore = background.previous?.lap ?? background.screen.lap
  const laps = resolveLaps(withoutLeftOut(mentions), place.race, subject.car, lapBefore)
  const sections = resolveSections(placesMeant(mentions, intent), place.track)
  const that = leftOutBefore(mentions, background.previous)
  const picked = picking([...mentions, ...that], intent)
  const source = momentBefore(intent, background) ?? (followsOn ? sources[0] : undefined)
  const before = keptBefore(reading, intent.id, source)
  const kept = decided.isFollowUp ? keptFilter(reading, before) : undefined
  const own = resolveFilter(picked, place.race, restartIsTopic.has(intent.id))
  const filter = own === undefined ? kept : { ...kept, ...own }
  const scope: Scope = {
    intents: [intent.id],
    ...placeScope(place, intent),
    ...carScope(subject),
    ...lapScope(laps, intent, sources, before),
    ...sectionScope(ofOne(sections.sections, intent), intent, sources, before),
    ...(filter !== undefined && { filter }),
  }
  const part = {
    ...named([...mentions, ...that], intent),
    ...decided,
    text: piece,
    intent: intent.id,
    kind: intent.kind,
    scope,
    lapNames: isOfOwnBest(mentions, intent) ? [] : laps.names,
    sections: sections.sections,
    isOfPartner: isOfPartner(intent.id, mentions),
    unknown: unknownIn(mentions, place, subject.unknown, laps.unknown, sections.unknown),
  }
  const untaken = untakenOf(reading, intent.id)
  const lacking = doubt ?? doubtOf(subject, intent) ?? missingOf(part, intent, { ...place, names })
  const missing = intent.kind === 'answer' ? lacking : undefined
  return { ...part, ...(untaken.length > 0 && { untaken }), ...(missing && { missing }) }
}

/** "Where was I on lap 8, and what was the gap to the car in front?" */
function momentBefore({ id }: Intent, { isSameMessage, previous }: Background) {
  return isSameMessage === true && id === 'gaps' ? previous : undefined
}

/** "Are there two cars 3?" is of both. */
function doubtOf({ doubt }: ReturnType<typeof resolveSubject>, { id }: Intent) {
  return id === 'data-quality' ? undefined : doubt
}

/** Bare numbers made cars or laps. */
function settled(mentions: readonly Mention[], decision: Decision, background: Background) {
  const { own, screen, previous } = background
  // Of two cars that were named together none is the asker's.
  const before = previous?.cars === undefined ? previous?.car : undefined
  const car = own ?? screen.car ?? before
  const repeated = decision.isFollowUp ? previous : undefined
  return settleByMeaning(mentions, decision.intent, repeated, car !== undefined)
}

/** "Is turn 12 in section 2 or 3?" asks for that of the turn. */
function placesMeant(mentions: readonly Mention[], intent: Intent): readonly Mention[] {
  const corners = mentions.filter(({ type }) => type === 'corner')
  return corners.length > 0 && intent.id === 'track-facts' ? corners : mentions
}

/** "Laps 7 to 10, take those out": they are not what is asked about. */
function withoutLeftOut(mentions: readonly Mention[]): readonly Mention[] {
  const isLeftOut = mentions.some(({ type }) => type === 'without-that')
  return isLeftOut ? mentions.filter(({ type }) => type !== 'lap' && type !== 'laps') : mentions
}

/** "Without that one": the lap of the question before, else the one that its answer was about. */
function leftOutBefore(mentions: readonly Mention[], previous: Scope | undefined): Mention[] {
  if (!mentions.some(({ type }) => type === 'without-that')) return []
  const named = mentions.flatMap((one) =>
    one.type === 'lap' ? one.lap : one.type === 'laps' ? range(one.from, one.to) : [],
  )
  if (named.length > 0) return [{ type: 'without', laps: named }]
  if (previous?.lap !== undefined) return [{ type: 'without', laps: [previous.lap] }]
  return [{ type: 'without-name', name: previous?.intents.includes('best-lap') ? 'best' : 'worst' }]
}

function unknownIn(
  mentions: readonly Mention[],
  { unknownRace: race }: ReturnType<typeof resolvePlace>,
  cars: readonly string[],
  laps: readonly number[],
  sections: readonly Unknown[],
): Unknown[] {
  const elsewhere = mentions.flatMap((one) => (one.type === 'no-track' ? one.text : []))
  // Of a place that is not there, nothing else can be.
  if (elsewhere.length > 0) return elsewhere.map((text) => ({ what: 'track', text }) as const)
  const isNumbered = mentions.some(({ type }) => type === 'corner' || type === 'section')
  const called = isNumbered
    ? []
    : mentions.flatMap((one) => (one.type === 'named-corner' ? one.name : []))
  return [
    ...called.slice(0, 1).map((text) => ({ what: 'corner-name', text }) as const),
    ...(race === undefined ? [] : [{ what: 'race', text: race } as const]),
    ...cars.map((text) => ({ what: 'car', text }) as const),
    ...laps.map((lap) => ({ what: 'lap', text: String(lap) }) as const),
    ...sections,
  ]
}

function named(mentions: readonly Mention[], intent: Intent) {
  const position = mentions.find((one) => one.type === 'position')
  const wanted = wantedIn(mentions)
  const order = orderIn(mentions)
  const around = mentions.find((one) => one.type === 'around-stop')
  const stretches = mentions.flatMap((one) =>
    one.type === 'laps' ? [{ from: one.from, to: one.to }] : [],
  )
  return {
    ...(stretches.length > 1 && { stretches }),
    ...(around?.type === 'around-stop' && { aroundStop: around.side }),
    ...(order !== undefined && { order }),
    figures: mentions.flatMap((one) => (one.type === 'figure' ? one.figure : [])),
    references: mentions.flatMap((one) => (one.type === 'reference' ? one.reference : [])),
    partners: [
      ...mentions.flatMap((one) => (one.type === 'partner' ? one.partner : [])),
      ...partnersByPlace(intent.id, mentions),
    ],
    withoutNames: mentions.flatMap((one) => (one.type === 'without-name' ? one.name : [])),
    corners: mentions.flatMap((one) => (one.type === 'corner' ? one.corner : [])),
    ...(wanted !== undefined && { wanted }),
    ...(position?.type === 'position' && {
      position: { position: position.position, isTop: position.isTop },
    }),
  }
}

function orderIn(mentions: readonly Mention[]): Part['order'] {
  if (mentions.some(({ type }) => type === 'rest')) return { isRest: true }
  for (const one of mentions) {
    if (one.type === 'nth') return { nth: one.nth, ...(one.isNext === true && { isNext: true }) }
    if (one.type === 'wanted' && one.wanted.as === 'nth') return { nth: one.wanted.nth }
  }
  return undefined
}

function carScope({ car, cars }: ReturnType<typeof resolveSubject>): Partial<Scope> {
  return { ...(car !== undefined && { car }), ...(cars.length > 1 && { cars: [...cars] }) }
}

/** A lap that the screen shows is taken only where the question needs one. */
function lapScope(
  { laps, names }: FoundLaps,
  intent: Intent,
  sources: readonly Partial<Scope>[],
  before: Partial<Scope> | undefined,
): Partial<Scope> {
  const [first] = laps
  if (first !== undefined) {
    return intent.id === 'compare-laps' && laps.length === 1 && before?.lap !== undefined
      ? { lap: first, laps: [before.lap, first] }
      : { lap: first, ...(laps.length > 1 && { laps: [...laps] }) }
  }
  // "Was it my best?" is of the lap before.
  if (names.length > 0 && intent.id !== 'best-lap') return {}
  const isNeeded = intent.needs.includes('lap')
  const taken = (isNeeded ? sources : before ? [before] : []).find((one) => one.lap)
  const isCompared = intent.id === 'compare-laps' && taken?.laps !== undefined
  if (taken?.lap === undefined) return {}
  return { lap: taken.lap, ...(isCompared && { laps: taken.laps }) }
}

function sectionScope(
  sections: readonly NonNullable<Scope['section']>[],
  intent: Intent,
  sources: readonly Partial<Scope>[],
  before: Partial<Scope> | undefined,
): Partial<Scope> {
  const isNeeded = intent.needs.includes('section')
  const taken = (isNeeded ? sources : before ? [before] : []).find((one) => one.section)?.section
  const section = sections[0] ?? taken
  return section === undefined ? {} : { section }
}
