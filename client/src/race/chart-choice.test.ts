import { expect, test } from 'vitest'
import { car, lap } from './charted-cars-fixture.ts'
import { questionAbout, tellChoice } from './chart-choice.ts'

const first = car('13', [lap(1, 1, 0), lap(2, 2, 61_250), lap(3, 1, 0)])
const second = car('3', [lap(1, 2, 400), lap(2, null, null)])
const cars = [first, second]

test.each([
  [{}, '', undefined],
  [{ lap: 3 }, 'Lap 3: car 13 led at its end', 'What happened on lap 3?'],
  [{ lap: 2 }, 'Lap 2', 'What happened on lap 2?'],
  [{ car: first }, 'Car 13: P1 after lap 3', 'How did the race of car 13 go?'],
  [{ car: second }, 'Car 3: P2 after lap 1', 'How did the race of car 3 go?'],
  [
    { car: first, lap: 2 },
    'Car 13, lap 2: P2, 61.250 s behind the leader, into the pits',
    'What happened to car 13 on lap 2?',
  ],
  [{ car: first, lap: 1 }, 'Car 13, lap 1: P1', 'What happened to car 13 on lap 1?'],
  [
    { car: second, lap: 2 },
    'Car 3, lap 2: no position, into the pits',
    'What happened to car 3 on lap 2?',
  ],
  [{ car: second, lap: 3 }, 'Car 3 did not end lap 3', 'What happened to car 3 on lap 3?'],
])('%j in the chart is told as "%s" and asked about as "%s"', (choice, told, question) => {
  expect(tellChoice(cars, choice)).toBe(told)
  expect(questionAbout(choice)).toBe(question)
})
