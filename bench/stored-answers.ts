import type { DatabaseSync } from 'node:sqlite'
import { conversationFile } from '#core/adapters/sqlite-conversation-file.ts'
import { openSqliteFile, transaction } from '#core/adapters/sqlite-file.ts'
import { prepareReviewChange } from '#core/adapters/sqlite-review-change.ts'
import { RaceId } from '#core/domain/ids.ts'
import type { Outcome } from '#core/protocol/chat/frames.ts'
import type { TranscriptFrame } from '#core/protocol/chat/transcript.ts'
import { deriveEntry } from '#core/protocol/review/derive-entry.ts'
import { judged, withDerived } from '#core/protocol/review/judging.ts'

const answersOfConversation = 20
const framesOfAnswer = 5
/** Of one transaction. */
const atOnce = 5000
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

/** So many answers with their entries, in few transactions: a service writes them over weeks. */
export function storeAnswers(
  file: string,
  count: number,
  progress: (stored: number) => void,
): void {
  const database = openSqliteFile(file, conversationFile)
  database.exec('PRAGMA cache_size = -262144')
  const dice = createDice(7)
  const store = prepareStoring(database)
  const from = Date.now() - 80 * day
  for (let stored = 0; stored < count; stored += atOnce) {
    transaction(database, () => {
      for (let index = stored; index < Math.min(count, stored + atOnce); index++)
        store(index, new Date(from + (index / count) * 80 * day), dice)
    })
    progress(Math.min(count, stored + atOnce))
  }
  database.close()
}

function prepareStoring(database: DatabaseSync) {
  const change = prepareReviewChange(database)
  const create = database.prepare(
    `INSERT OR IGNORE INTO conversations (id, key_hash, created_at, expires_at, seq)
     VALUES (?, 'none', ?, ?, ${answersOfConversation * framesOfAnswer})`,
  )
  const keep = database.prepare(
    `INSERT INTO answers
     (answer_id, conversation_id, question_id, asked_at, expires_at, question, outcome, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const add = database.prepare('INSERT INTO frames VALUES (?, ?, ?, ?)')
  return (index: number, at: Date, dice: () => number) => {
    const conversationId = `conversation-${Math.floor(index / answersOfConversation)}`
    const askedAt = at.toISOString()
    const expiresAt = new Date(at.getTime() + 90 * day).toISOString()
    create.run(conversationId, askedAt, expiresAt)
    const answerId = `${idText(dice)}-${index}`
    const text = Array.from({ length: 10 }, () => wordOf(dice)).join(' ')
    const frames = framesOf(answerId, (index % answersOfConversation) * framesOfAnswer, dice)
    const done = frames.at(-1)
    const outcome = done?.type === 'done' ? done.outcome : 'answered'
    const record = recordOf(dice)
    const [question, written] = [JSON.stringify({ text }), JSON.stringify(record)]
    const id = `q${index}`
    keep.run(answerId, conversationId, id, askedAt, expiresAt, question, outcome, written)
    for (const frame of frames) add.run(conversationId, frame.seq, answerId, JSON.stringify(frame))
    const asked = { answerId, conversationId, text, askedAt, expiresAt }
    const shares = { sample: 0.1, forTwo: 0.1 }
    const derived = deriveEntry({ ...asked, frames, outcome, record }, shares)
    const entry = withDerived(undefined, derived)
    const isJudged = dice() < 0.3
    change(derived, () => (isJudged ? judged(entry, judgmentOf(askedAt, dice)) : entry))
  }
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
