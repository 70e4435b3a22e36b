import * as z from 'zod'
import { ClientFrame, longestQuestion } from '#core/protocol/chat/frames.ts'
import { ChatError } from './chat-error.ts'

const WithId = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })
const LongQuestion = z.object({
  type: z.literal('ask'),
  text: z.string().refine((text) => text.trim().length > longestQuestion),
})

export type ReadFrame =
  | { readonly frame: ClientFrame }
  /** `id` is the question's, where the frame has one. */
  | { readonly error: ChatError; readonly id?: string }

/** A frame as a client sent it. */
export function readFrame(text: string): ReadFrame {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // What is wrong with it is for the client to find; a part of it may be secret.
    return { error: new ChatError('bad-frame', 'This is not JSON.') }
  }
  const read = ClientFrame.safeParse(json)
  if (read.success) return { frame: read.data }
  const { data } = WithId.safeParse(json)
  return { error: errorOf(json, read.error), ...data }
}

/** The question that a frame is about, for the error that answers it. */
export function questionIdOf(read: ReadFrame): string | undefined {
  if ('error' in read) return read.id
  return 'id' in read.frame ? read.frame.id : undefined
}

function errorOf(json: unknown, { issues }: z.ZodError): ChatError {
  const long = LongQuestion.safeParse(json)
  if (long.success) {
    const length = long.data.text.trim().length.toLocaleString('en-GB')
    const most = longestQuestion.toLocaleString('en-GB')
    return new ChatError(
      'question-too-long',
      `A question has at most ${most} characters, this one has ${length}.`,
    )
  }
  const [issue] = issues
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  return new ChatError('bad-frame', `${where}${issue?.message}`.slice(0, 200))
}
