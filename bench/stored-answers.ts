import { openSqliteConversationStore } from '#core/adapters/sqlite-conversation-store.ts'
import { openSqliteReviewStore } from '#core/adapters/sqlite-review-store.ts'
import { RaceId } from '#core/domain/ids.ts'
import type { Outcome } from '#core/protocol/chat/frames.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { deriveEntry } from '#core/protocol/review/derive-entry.ts'
import { judged, withDerived } from '#core/protocol/review/judging.ts'

const answersOfConversation = 20
const day = 24 * 60 * 60 * 1000
const races = [
  'barber',
  'cota',
  'indianapolis',
  'road-america',
  'sebring',
  'sonoma',
  'vir',
].flatMap((track) => [`${track}-r1`, `${track}-r2`])
const intents = ['where-time', 'best-lap', 'pace', 'braking', 'weather-matter', 'consistency']
const outcomes: readonly Outcome[] = [
  'answered',
  'answered',
  'answered',
  'not-in-data',
  'asked-back',
]

/** The same numbers each time: what is found must not depend on chance. */
function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Words as people use them: 'word0' in nearly every answer, 'word4999' in hardly any. */
const wordOf = (dice: () => number) => `word${Math.floor(5000 * dice() ** 3)}`

/** So many answers with their entries, through the ports as the service writes them. */
export async function storeAnswers(
  file: string,
  count: number,
  progress: (stored: number) => void,
): Promise<void> {
  const conversations = openSqliteConversationStore(file)
  const reviews = openSqliteReviewStore(file)
  const dice = createDice(7)
  const from = Date.now() - 80 * day
  for (let index = 0; index < count; index++) {
    const conversationId = `conversation-${Math.floor(index / answersOfConversation)}`
    const at = new Date(from + (index / count) * 80 * day)
    const askedAt = at.toISOString()
    const expiresAt = new Date(at.getTime() + 90 * day).toISOString()
    if (index % answersOfConversation === 0) {
      const about = { createdAt: askedAt, expiresAt, keyHash: '00'.repeat(32) }
      await conversations.create({ id: conversationId, ...about })
    }
    const answerId = `${idText(dice)}-${index}`
    const text = Array.from({ length: 10 }, () => wordOf(dice)).join(' ')
    const asked = { answerId, questionId: `q${index}`, text, askedAt, expiresAt }
    await conversations.ask(conversationId, asked)
    const seq = (index % answersOfConversation) * 5
    const frames = framesOf(answerId, seq, dice)
    await conversations.append(
      conversationId,
      frames.map((frame) => ({ frame })),
    )
    const done = frames.at(-1)
    const outcome = done?.type === 'done' ? done.outcome : 'answered'
    const derived = deriveEntry(
      { ...asked, conversationId, frames, outcome, record: recordOf(dice) },
      { sample: 0.1, forTwo: 0.1 },
    )
    const isJudged = dice() < 0.3
    await reviews.change(derived, () => {
      const entry = withDerived(undefined, derived)
      return isJudged ? judged(entry, judgmentOf(askedAt, dice)) : entry
    })
    if (index % 5000 === 4999) progress(index + 1)
  }
  await reviews.close()
  await conversations.close()
}

const idText = (dice: () => number) =>
  Array.from(
    { length: 16 },
    () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'[Math.floor(32 * dice())],
  ).join('')

function framesOf(answerId: string, seq: number, dice: () => number): TranscriptFrame[] {
  const pick = <T>(of: readonly T[], otherwise: T): T =>
    of[Math.floor(of.length * dice())] ?? otherwise
  const raceId = RaceId.parse(pick(races, 'barber-r1'))
  const scope = { intents: [pick(intents, 'pace')], raceId }
  const sentences = [0, 1, 2].map((index): TranscriptFrame => {
    const text = Array.from({ length: 15 }, () => wordOf(dice)).join(' ')
    const [kind, author] = ['fact', 'composer'] as const
    return {
      type: 'sentence',
      seq: seq + 2 + index,
      answerId,
      index,
      kind,
      author,
      parts: [{ text }],
    }
  })
  const outcome = pick(outcomes, 'answered')
  return [
    { type: 'accepted', seq: seq + 1, id: 'q', answerId, scope },
    ...sentences,
    { type: 'done', seq: seq + 5, answerId, outcome, facts: [], suggestions: [] },
  ]
}

function recordOf(dice: () => number) {
  const firstSentenceMs = 5 + 40 * dice()
  const times = { firstSentenceMs, tookMs: firstSentenceMs + 5 }
  return { generation: 'a', model: null, promptHash: null, ...times, withheld: [] }
}

function judgmentOf(at: string, dice: () => number) {
  const verdict = dice() < 0.8 ? ('right' as const) : ('wrong' as const)
  const who = { coachId: 'coach', coach: 'Coach', at }
  return { ...who, verdict, wrong: [], correction: [], note: null, deliveredAt: null }
}
