import { coaching } from './coaching.ts'
import { composites } from './composites.ts'
import type { Job } from './job.ts'
import { patterns } from './patterns.ts'
import { sections } from './sections.ts'
import { weather } from './weather.ts'

/** The five jobs, in the order in which a season runs them. */
export const allJobs: readonly Job[] = [composites, sections, weather, patterns, coaching]
