import type { ZodType } from 'zod'
import { ServiceProblem } from './service-problem.ts'

export type LoadShape<T> = () => Promise<ZodType<T>>

/** What is made with zod, once zod knows how it may work here. */
export async function afterZod<T>(load: () => Promise<T>): Promise<T> {
  await import('../zod-without-eval.ts')
  return await load()
}

/** The shape of an answer. It is fetched beside the answer itself, and nobody is told of its failure but who waits for it. */
export function shapeFrom<T>(load: LoadShape<T>): Promise<ZodType<T>> {
  const shape = afterZod(load).catch(() => {
    throw new ServiceProblem(
      'unexpected',
      'A part of this page could not be loaded. Load the page anew: it may be older than the service.',
    )
  })
  shape.catch(() => {})
  return shape
}
