import { expect, test } from 'vitest'
import type { AnswerQuestion } from '#core/chat/answer-question.ts'
import type { ServerFrame } from '#core/protocol/chat/frames.ts'
import { type ChatClient, type Known, seqsOf } from '../fixtures/chat-client.ts'
import { done, type RunningChat, runChat, sentence } from '../fixtures/running-chat.fixture.ts'

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const wordsOf = (question: number) =>
  Array.from({ length: 1 + (question % 7) }, (_, index) => `${question}.${index}`)

/** Says the words of the question's number, with time between them in which sockets can be cut. */
const coach: AnswerQuestion = async function* ({ text }) {
  yield { type: 'accepted', scope: { intents: [] } }
  for (const [index, word] of wordsOf(Number(text)).entries()) {
    // In the order of the words.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(setImmediate)
    yield sentence(index, word)
  }
  yield done()
}

/** A driver on a bad line: asks until it is answered, and is cut off at any moment. */
async function drive(service: RunningChat, random: () => number, questions: number) {
  const received: ServerFrame[] = []
  let known: Known | undefined
  let cuts = 0

  const lastSeq = () => Math.max(0, ...seqsOf(received.slice(-20)))
  const connect = async (): Promise<ChatClient> => {
    const client = await service.open()
    client.socket.on('message', (data: Buffer) => {
      const frame: ServerFrame = JSON.parse(data.toString())
      if (seqsOf([frame]).length > 0) received.push(frame)
    })
    const { conversationId, resumeKey } = await client.hello(
      known && { ...known, lastSeq: lastSeq() },
    )
    known = { conversationId, resumeKey }
    return client
  }
  const isAnswered = (question: number) =>
    received.filter(({ type }) => type === 'done').length > question

  let client = await connect()
  for (let question = 0; question < questions; question += 1) {
    while (!isAnswered(question)) {
      client.send({ type: 'ask', id: `q${question}`, text: String(question) })
      let isCut = false
      while (!isCut && !isAnswered(question)) {
        await new Promise(setImmediate)
        isCut = random() < 0.2
      }
      if (!isCut) continue
      cuts += 1
      client.socket.terminate()
      // What was on its way is lost: a page that is gone reads nothing.
      client.socket.removeAllListeners('message')
      if (random() < 0.5) await client.closed
      client = await connect()
    }
  }
  return { received, cuts }
}

function whole(questions: number): string[] {
  return Array.from({ length: questions }, (_, question) => [
    'accepted',
    ...wordsOf(question),
    'done',
  ]).flat()
}

function told(frame: ServerFrame): string {
  return frame.type === 'sentence' ? frame.parts.map(({ text }) => text).join('') : frame.type
}

test(
  'cut off at random during 1,000 answers, each transcript is whole and nothing is doubled',
  { timeout: 120_000 },
  async () => {
    const service = await runChat(coach)
    const drivers = 10
    const questions = 100
    const drives = await Promise.all(
      Array.from({ length: drivers }, (_, seed) => drive(service, createRandom(seed), questions)),
    )
    for (const { received } of drives) {
      expect(seqsOf(received)).toEqual(received.map((_frame, index) => index + 1))
      expect(received.map(told)).toEqual(whole(questions))
    }
    const cuts = drives.reduce((sum, each) => sum + each.cuts, 0)
    expect(cuts).toBeGreaterThan(300)
    // Every socket that was cut has been let go.
    await expect.poll(() => service.chat.connections()).toBe(drivers)
  },
)
