import { note } from '#core/composer/say.ts'
import type { DocumentReader, DocumentStore } from '#core/ports/document-store.ts'
import type { AnswerQuestion, Question } from './answer-question.ts'
import { askBack, askWhat, askWhich, noLapOfThatName, notAll } from './ask-back.ts'
import { settle } from './asked-part.ts'
import { partnerChoices } from './answers/car-choices.ts'
import type { AnswerIntent, Draft } from './draft.ts'
import { inUnitsAsked } from './in-units-asked.ts'
import { notStarted } from './non-starter.ts'
import { notThere } from './not-there.ts'
import { offeringOther } from './offering-other.ts'
import { namingRace } from './naming-race.ts'
import { briefly, joinDrafts } from './join-drafts.ts'
import { createSeasonFacts, type SeasonFacts } from './season-facts.ts'
import { type Classifier } from './understanding/intents/classifier.ts'
import { checkScope } from './check-scope.ts'
import { withChoice } from './choice-taken.ts'
import { pickIntent } from './pick-intent.ts'
import { sayingBeyond } from './saying-beyond.ts'
import { sayingUntaken } from './saying-untaken.ts'
import { tell } from './tell.ts'
import { isSameScreen } from './understanding/context/background.ts'
import { asksShorter } from './understanding/context/said-again.ts'
import { understoodBefore } from './understood-before.ts'
import type { ModelWriter } from './write-with-model.ts'
import { type SeasonNames, seasonNames } from './understanding/entities/season-names.ts'
import { createUnderstand, type Understand } from './understanding/understand.ts'
import type { Part, Understanding } from './understanding/understanding.ts'

export type CoachWith = {
  readonly store: Pick<DocumentStore, 'current'>
  readonly classifier: Classifier
  readonly answers: ReadonlyMap<string, AnswerIntent>
  /** Absent where the composer writes everything. */
  readonly writer?: ModelWriter
  /** Milliseconds that go on evenly. */
  readonly clock: () => number
}

/** No season is published: there is nothing to answer from. */
export class NoSeason extends Error {
  override name = 'NoSeason'
}

/** A season as questions are read with it. */
type Known = {
  readonly reader: DocumentReader
  readonly facts: SeasonFacts
  readonly names: SeasonNames
  readonly understand: Understand
}

/** One question in, its answer sentence by sentence out; one generation for the whole of it. */
export function createCoach(coach: CoachWith): AnswerQuestion {
  let known: Promise<Known> | undefined
  let runId: string | undefined
  const knownSeason = async () => {
    const reader = await coach.store.current()
    if (reader === undefined) throw new NoSeason('No season is published yet.')
    if (known === undefined || runId !== reader.generation.runId) {
      runId = reader.generation.runId
      known = know(reader, coach.classifier)
    }
    return await known
  }
  return async function* answer(asked) {
    const startedAt = coach.clock()
    const question = withChoice(asked)
    const season = await knownSeason()
    const history = understoodBefore(question.history, coach.classifier)
    const understood = await understand({ ...question, history }, season, coach)
    yield { type: 'accepted', scope: understood.scope }
    const draft = inUnitsAsked(await draftOf(understood, question, season, coach), question.text)
    const scope = checkScope(understood.scope, season.names)
    const { generation } = season.reader
    yield* tell(draft, { question, scope, generation: generation.runId, startedAt }, coach)
  }
}

async function know(reader: DocumentReader, classifier: Classifier): Promise<Known> {
  const facts = createSeasonFacts(reader)
  const names = seasonNames(await facts.tracks(), await facts.races())
  return { reader, facts, names, understand: createUnderstand(names, classifier) }
}

/** As the classifier reads it; where that is not sure, a model may pick among what is likely. */
async function understand(
  question: Question,
  season: Known,
  { writer, classifier }: CoachWith,
): Promise<Understanding> {
  const understood = season.understand(question)
  if (understood.unsure === undefined || writer === undefined) return understood
  const candidates = understood.unsure.flatMap((id) => classifier.intents.get(id) ?? [])
  const { text, signal, scope } = question
  const picked = await pickIntent(writer.model, text, candidates, signal)
  if (picked === undefined) return understood
  return season.understand({ ...question, scope: { ...scope, intents: [picked] } })
}

/** What the composer answers: parts of a message in their order. */
async function draftOf(
  { parts, missing, unsure, scope }: Understanding,
  question: Question,
  known: Pick<Known, 'facts' | 'names'>,
  { answers, classifier }: CoachWith,
): Promise<Draft> {
  const { facts: season } = known
  const isAsked = unsure !== undefined && question.scope?.intents === undefined
  const sure = isAsked ? parts.filter((part) => part.unsure === undefined) : parts
  const likely = (unsure ?? []).flatMap((id) => classifier.intents.get(id) ?? [])
  const read = sure.length === 0 ? parts : sure
  const unknown = read.flatMap((part) => (isOfTiming(part) ? part.unknown : []))
  if (sure.length === 0 && unknown.length === 0) return askWhat(likely)
  if (unknown.length > 0)
    return (
      (await notStarted(unknown, read, season)) ??
      (await notThere(unknown, missing?.choices ?? [], scope, known))
    )
  const whole = sure.filter((part) => part.missing === undefined)
  if (missing !== undefined && whole.length === 0)
    return (await nowhere(sure, question, season, answers)) ?? askBack(missing)
  const drafts: Draft[] = []
  for (const part of whole) {
    // oxlint-disable-next-line no-await-in-loop -- parts share the documents that the first one read
    const draft = await draftOfPart(part, question, season, answers)
    // oxlint-disable-next-line no-await-in-loop -- the race was read for the draft
    drafts.push(await namingRace(draft, part, whole, season, raceLeft(question, part)))
  }
  // What one part lacks holds none of the others back.
  const lacking = sure
    .flatMap((part) => part.missing ?? [])
    .slice(0, 1)
    .map(askBack)
  const left = sure.length === parts.length ? [] : [notAll(likely)]
  return joinDrafts([...drafts, ...lacking, ...left])
}

/** The race of the answer before, where this one is of the screen's again, which shows what it showed then. */
function raceLeft({ history, context }: Question, { scope }: Part) {
  const last = history.at(-1)
  const isBack = scope.raceId !== undefined && scope.raceId === context?.raceId
  return isBack && isSameScreen(last?.context, context) ? last?.scope.raceId : undefined
}

/** "Top speed of 13 at Sebring?": which race is not worth asking where neither of the track has it. */
async function nowhere(
  [lacking]: readonly Part[],
  question: Question,
  season: SeasonFacts,
  answers: CoachWith['answers'],
): Promise<Draft | undefined> {
  if (lacking === undefined) return undefined
  const { missing, ...part } = lacking
  if (missing?.what !== 'race' || part.scope.trackId === undefined) return undefined
  const races = missing.choices.flatMap(({ context }) => context?.raceId ?? [])
  const drafts = await Promise.all(
    races.map(async (raceId) => {
      const scope = { ...part.scope, raceId }
      return await draftOfPart({ ...part, scope }, question, season, answers)
    }),
  )
  const isNowhere = drafts.every(({ outcome }) => outcome === 'not-in-data')
  if (!isNowhere || drafts.length < 2) return undefined
  const whole = joinDrafts(drafts)
  return {
    ...whole,
    sentences: [...whole.sentences, note`It is the same in each race of that track.`],
  }
}

const surelyBeyond = 0.5

/** Of braking into a corner with a name, timing lacks the braking first. */
function isOfTiming({ kind, beyond, confidence, unknown }: Part): boolean {
  const isCorner = unknown.some(({ what }) => what === 'corner-name')
  return (
    kind === 'answer' ||
    (kind === 'not-in-data' && isCorner && beyond.length === 0 && confidence < surelyBeyond)
  )
}

async function draftOfPart(
  part: Part,
  { history, text, context: shown = {} }: Question,
  season: SeasonFacts,
  answers: CoachWith['answers'],
): Promise<Draft> {
  const { asked, unsettled } = await settle(part, season)
  if (unsettled === 'lap' && !isTheLapItself(part))
    return noLapOfThatName(part.aroundStop === undefined ? part.lapNames[0] : 'in')
  if (unsettled !== undefined && unsettled !== 'lap')
    return askWhich(unsettled, await partnerChoices({ part: asked, season, history }))
  const answer = answers.get(part.intent)
  const isBrief = part.isFollowUp && asksShorter(text)
  if (answer === undefined) throw new Error(`there is no answer for the intent ${part.intent}`)
  const drafted = await answer({ part: asked, season, history, shown })
  const draft = await withSources(
    part,
    sayingUntaken(sayingBeyond(drafted, part), part.untaken),
    season,
    answers,
  )
  if (isBrief) return briefly(draft)
  return part.doubt === undefined ? draft : await offeringOther(draft, part, part.doubt, season)
}

/** "How do you know that I was 12th?": the figure, and where it is from. */
async function withSources(
  { isDoubted, scope, text }: Part,
  draft: Draft,
  season: SeasonFacts,
  answers: CoachWith['answers'],
): Promise<Draft> {
  const facts = draft.facts.filter(({ id }) => draft.asked.includes(id))
  const sources = answers.get('sources')
  if (isDoubted !== true || facts.length === 0 || sources === undefined) return draft
  const history = [{ text, scope, outcome: draft.outcome, facts }]
  const part = { intent: 'sources', text, scope }
  return joinDrafts([draft, await sources({ part, season, history })])
}

/** The lap that is not there is what was asked for: its answer says why. */
function isTheLapItself({ intent, lapNames: [name] }: Part): boolean {
  return (name === 'best' && intent === 'best-lap') || (name === 'worst' && intent === 'worst-lap')
}
