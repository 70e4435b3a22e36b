import { grouped } from '#core/domain/fact-text.ts'

/** How far a run is: told after each job of each weekend. */
export type Progress = {
  readonly job: string
  readonly track: string
  readonly races: number
  /** Documents written so far. */
  readonly documents: number
  /** Steps done and to do; a step is one job on one weekend. */
  readonly done: number
  readonly of: number
  readonly tookMs: number
  /** The steps are the cars of this weekend that a model phrases. */
  readonly ofCars?: boolean
}

export type OnProgress = (progress: Progress) => void

/** "sections · barber · 4,312 documents · 12 of 35 · about 3 s left" */
export function progressText(progress: Progress): string {
  const { job, track, races, documents, done, of } = progress
  const parts = [
    job,
    `${track}, ${races} ${races === 1 ? 'race' : 'races'}`,
    `${grouped(documents)} documents`,
    `${grouped(done)} of ${grouped(of)}${progress.ofCars === true ? ' cars' : ''}`,
  ]
  const left = timeLeft(progress)
  return [...parts, ...(left === undefined ? [] : [left])].join(' · ')
}

function timeLeft({ done, of, tookMs }: Progress): string | undefined {
  if (done === 0 || done === of) return undefined
  const seconds = Math.ceil((tookMs / done) * (of - done) * 0.001)
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`
}
