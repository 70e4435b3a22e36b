import type { LedgerAnswer } from '#core/protocol/rest/ledger-answer.ts'
import { answerAt, listAt, carAt } from './query-at.ts'
import { shapes } from './shapes.ts'

export const ledgerQuery = (raceId: string, car: string) =>
  listAt<LedgerAnswer, LedgerAnswer['laps'][number]>(
    shapes.LedgerAnswer,
    `${carAt(raceId, car)}/laps`,
    ({ laps }) => laps,
  )

export const lapQuery = (raceId: string, car: string, lap: number) =>
  answerAt(shapes.LapSectionsAnswer, `${carAt(raceId, car)}/laps/${lap}`)

export const carSectionsQuery = (raceId: string, car: string) =>
  answerAt(shapes.CarSectionsAnswer, `${carAt(raceId, car)}/sections`)

export const patternsQuery = (raceId: string, car: string) =>
  answerAt(shapes.PatternsAnswer, `${carAt(raceId, car)}/patterns`)

export const coachingQuery = (raceId: string, car: string) =>
  answerAt(shapes.CoachingAnswer, `${carAt(raceId, car)}/coaching`)
