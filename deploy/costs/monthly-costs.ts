import { prices } from './prices.ts'

/** What one driver does in a month, and what the service needs for it: assumptions, each to be put right by measuring. */
const usage = {
  /** Two race weekends, before and after each race. */
  visits: 4,
  minutesConnected: 15,
  questions: 6,
  requests: 40,
  mibSent: 1.5,
  readsOfQuestion: 30,
  writesOfQuestion: 10,
  /** Nearly all are answered from what an instance has read ahead; sections of laps and the pointer are read. */
  readsOfRequest: 1,
  kibKeptOfQuestion: 6,
  monthsKept: 3,
  bytesOfLogLine: 400,
  /** Of a month's questions in its busiest hour: races are on the same weekends. */
  busiestHour: 0.02,
} as const

/** What one part of the deployment carries. */
const room = {
  /** CONNECTIONS of an instance, filled to three fifths when another one is started. */
  socketsOfInstance: 80 * 0.6,
  vcpu: 1,
  gib: 1,
  /**
   * 300 GB/s of an L4 over 8 GB of weights are 37 steps a second; nine answers at once of 150 tokens each. Computed, not
   * measured: `npm run smoke:model` tells the tokens a second of a real endpoint.
   */
  answersASecond: (37 * 9) / 150,
  cardsFilled: 0.5,
  /** An instance reads a season of seven weekends ahead, but for the sections of its laps. */
  readsOfStart: 835,
  startsOfInstanceHour: 4,
  seriesOfInstance: 60,
} as const

const hoursOfMonth = 730
const daysOfMonth = 30.4
const gib = 2 ** 30

export type Costs = {
  readonly users: number
  readonly questions: number
  readonly instances: number
  readonly cards: number
  readonly service: number
  readonly firestore: number
  readonly network: number
  readonly observability: number
  readonly modelAlwaysOn: number
  readonly modelToZero: number
}

export function monthlyCosts(users: number): Costs {
  const visits = users * usage.visits
  const questions = visits * usage.questions
  const hours = (visits * usage.minutesConnected) / 60
  // Alone in an instance or not: it is paid while anybody is connected.
  const instanceHours = Math.max(Math.min(hours, hoursOfMonth), hours / room.socketsOfInstance)
  const busiest = (questions * usage.busiestHour) / 3600 / room.answersASecond
  const cards = Math.max(1, Math.ceil(busiest))
  const cardHours = questions / 3600 / room.answersASecond / room.cardsFilled
  const always = Math.max(hoursOfMonth, cardHours) * prices.l4Hour
  return {
    users,
    questions,
    instances: Math.ceil((hours * usage.busiestHour) / room.socketsOfInstance),
    cards,
    service: serviceCosts(instanceHours, visits * usage.requests),
    firestore: firestoreCosts(visits, questions, instanceHours),
    network: ((visits * usage.mibSent) / 1024) * prices.egressGib,
    observability: observabilityCosts(visits, instanceHours),
    modelAlwaysOn: always,
    // A card that is started for somebody stays up for half an hour after the last question.
    modelToZero: Math.min(always, Math.max(cardHours, visits * 0.5) * prices.l4Hour),
  }
}

/** What is above the part that is free, at its price. */
function above(amount: number, free: number, price: number): number {
  return Math.max(0, amount - free) * price
}

function serviceCosts(instanceHours: number, requests: number): number {
  const seconds = instanceHours * 3600
  return (
    above(seconds * room.vcpu, prices.freeVcpuSeconds, prices.vcpuSecond) +
    above(seconds * room.gib, prices.freeGibSeconds, prices.gibSecond) +
    above(requests, prices.freeRequests, prices.millionRequests / 1e6)
  )
}

function firestoreCosts(visits: number, questions: number, instanceHours: number): number {
  const starts = Math.min(visits, instanceHours * room.startsOfInstanceHour)
  const reads =
    questions * usage.readsOfQuestion +
    visits * usage.requests * usage.readsOfRequest +
    starts * room.readsOfStart
  const writes = questions * usage.writesOfQuestion
  const kept = (questions * usage.monthsKept * usage.kibKeptOfQuestion * 1024) / gib
  return (
    above(reads, prices.freeReadsADay * daysOfMonth, prices.reads100k / 1e5) +
    above(writes, prices.freeWritesADay * daysOfMonth, prices.writes100k / 1e5) +
    // What has expired is deleted by time to live, and that is never free.
    (writes * prices.deletes100k) / 1e5 +
    above(kept, 1, prices.firestoreGibMonth)
  )
}

function observabilityCosts(visits: number, instanceHours: number): number {
  const lines = visits * (usage.requests + usage.questions + 2)
  const samples = instanceHours * 60 * room.seriesOfInstance
  return (
    above((lines * usage.bytesOfLogLine) / gib, prices.freeLogGib, prices.logGib) +
    (samples * prices.millionSamples) / 1e6
  )
}
