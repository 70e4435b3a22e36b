import { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import { CoachingAnswer } from '#core/protocol/rest/coaching-answer.ts'
import { LapSectionsAnswer } from '#core/protocol/rest/lap-sections-answer.ts'
import { LedgerAnswer } from '#core/protocol/rest/ledger-answer.ts'
import { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { answerAt, listAt, carAt } from './query-at.ts'

export const ledgerQuery = (raceId: string, car: string) =>
  listAt<LedgerAnswer, LedgerAnswer['laps'][number]>(
    LedgerAnswer,
    `${carAt(raceId, car)}/laps`,
    ({ laps }) => laps,
  )

export const lapQuery = (raceId: string, car: string, lap: number) =>
  answerAt(LapSectionsAnswer, `${carAt(raceId, car)}/laps/${lap}`)

export const carSectionsQuery = (raceId: string, car: string) =>
  answerAt(CarSectionsAnswer, `${carAt(raceId, car)}/sections`)

export const patternsQuery = (raceId: string, car: string) =>
  answerAt(PatternsAnswer, `${carAt(raceId, car)}/patterns`)

export const coachingQuery = (raceId: string, car: string) =>
  answerAt(CoachingAnswer, `${carAt(raceId, car)}/coaching`)
