import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TrackId } from '#core/domain/ids.ts'
import {
  faultsIn,
  type DemoAnswers,
  demoAnswers,
  firstOf,
  textsOf,
  valueOf,
} from './car-answers-fixture.ts'

let demo: DemoAnswers

beforeAll(async () => {
  demo = await demoAnswers()
}, 120_000)

afterAll(async () => {
  await demo.close()
})

describe('where time is', () => {
  test('the section furthest off the quick quarter comes first, with its laps', async () => {
    for (const car of demo.sample().filter(({ opportunities }) => opportunities.length > 0)) {
      const [worst] = car.opportunities
      const draft = await demo.answer('where-time', car, { text: 'where do I lose time' })
      expect(firstOf(draft)).toContain(`Section ${worst?.slice(1)}`)
      expect(draft.asked[0]).toContain(`#sections.${worst}.paceGapMs`)
      expect(firstOf(draft)).toContain(`${car.sections[worst ?? 's1']?.paceN} green laps`)
    }
  })

  test('against another car the sections have the difference of the paces, with its sign', async () => {
    const field = demo.cars
      .filter(({ raceId }) => raceId === demo.cars[0]?.raceId)
      .filter(({ sections }) => sections.s2?.paceMs)
    const [one, other] = [field[0], field.at(-1)]
    if (one === undefined || other === undefined) throw new Error('too few cars')
    const draft = await demo.answer('where-time', one, {
      text: 'where do I lose time to them',
      scope: { cars: [other.car] },
    })
    const shown = draft.facts.find(
      ({ id }) => id.includes('#sections.s2.paceMs') && id.startsWith('computed:'),
    )
    expect(shown?.value).toBeCloseTo(
      (one.sections.s2?.paceMs ?? 0) - (other.sections.s2?.paceMs ?? 0),
      6,
    )
    const back = await demo.answer('where-time', other, {
      text: 'where do I lose time to them',
      scope: { cars: [one.car] },
    })
    const turned = back.facts.find(
      ({ id }) => id.includes('#sections.s2.paceMs') && id.startsWith('computed:'),
    )
    expect(turned?.value).toBeCloseTo(-Number(shown?.value), 6)
  })

  test('a corner stands for its section, and that is said', async () => {
    const [car] = demo.cars
    if (car === undefined) throw new Error('no cars')
    const draft = await demo.answer('where-time', car, {
      text: 'what do I lose in turn 5',
      scope: { section: 's2' },
    })
    expect(firstOf(draft)).toContain('Section 2 (')
    expect(textsOf(draft).at(-1)).toBe('Timing sees the whole section, not the corner by itself.')
  })

  test('a car that the question speaks of as another is no "you"', async () => {
    for (const intent of ['where-time', 'best-lap', 'consistency', 'trend', 'why-not-counted']) {
      const [car] = demo.cars
      if (car === undefined) throw new Error('no cars')
      const draft = await demo.answer(intent, car, { text: `how about car ${car.car}?` })
      expect(textsOf(draft).join(' ')).not.toMatch(/\byou(r|rs)?\b/i)
      expect(faultsIn(draft)).toEqual([])
    }
  })
})

describe('laps', () => {
  test('a lap taken apart has its own times', async () => {
    const [car] = demo.cars
    const lap = car && Object.values(car.laps).find(({ isClean }) => isClean)
    if (car === undefined || lap === undefined) throw new Error('no green lap')
    const draft = await demo.answer('lap-apart', car, {
      text: `lap ${lap.lap}`,
      scope: { lap: lap.lap },
    })
    expect(draft.asked.map((id) => valueOf(draft, id))).toEqual([
      lap.timeMs.lap,
      lap.timeMs.s1,
      lap.timeMs.s2,
      lap.timeMs.s3,
    ])
  })

  test('a lap that the car did not do is said not to be there', async () => {
    const [car] = demo.cars
    if (car === undefined) throw new Error('no cars')
    for (const intent of ['lap-apart', 'why-slow', 'why-not-counted'])
      expect((await demo.answer(intent, car, { text: 'lap 99', scope: { lap: 99 } })).outcome).toBe(
        'not-in-data',
      )
  })

  test('why a lap does not count is what the ledger says', async () => {
    const words = {
      yellow: /yellow/,
      restart: /restart/,
      'in-lap': /pit/,
      'out-lap': /pit/,
      'opening-lap': /opening/,
    } as const
    for (const car of demo.sample())
      for (const { lap, isClean, excludedBecause } of Object.values(car.laps)) {
        const draft = await demo.answer('why-not-counted', car, {
          text: `lap ${lap}`,
          scope: { lap },
        })
        const text = firstOf(draft)
        expect(text.includes('does not count')).toBe(!isClean)
        const expected = Object.entries(words).filter(([reason]) =>
          excludedBecause.some((one) => one === reason),
        )
        expect(expected.filter(([, word]) => !word.test(text))).toEqual([])
      }
  })
})

describe('the weekend', () => {
  test('the verdict on the card is the one of the document', async () => {
    const words = { met: /^Met/, 'not-met': /^Not met/, 'cannot-tell': /^Cannot tell/ } as const
    let checked = 0
    for (const car of demo.cars.filter(({ raceId }) => raceId.endsWith('-r1'))) {
      const { card } = await demo.season.coaching(car.raceId, car.car)
      if (!card?.check) continue
      checked += 1
      expect(
        firstOf(
          await demo.answer('target-met', car, { scope: { trackId: TrackId.parse(car.trackId) } }),
        ),
      ).toMatch(words[card.check.verdict])
    }
    expect(checked).toBeGreaterThan(5)
  })

  test('who got better against the field is told so, and who did not is not', async () => {
    const moved: [boolean, string][] = []
    for (const car of demo.sample().filter(({ raceId }) => raceId.endsWith('-r2'))) {
      const { weather } = await demo.season.race(car.raceId)
      const own = weather.otherRace?.cars.find((one) => one.car === car.car)
      const text = firstOf(await demo.answer('improved', car, { text: 'did I improve?' }))
      if (own !== undefined && Math.abs(own.againstFieldMs) > 1)
        moved.push([own.againstFieldMs < 0, text])
    }
    expect(moved.length).toBeGreaterThan(5)
    for (const [isBetter, text] of moved) {
      expect(text.includes('you gained')).toBe(isBetter)
      expect(text.includes('you lost')).toBe(!isBetter)
    }
  })
  test('of several cars the one furthest off comes first', async () => {
    const [car] = demo.cars
    const field = demo.cars
      .filter(({ raceId }) => raceId === car?.raceId)
      .filter(({ lap }) => (lap.paceGapMs ?? -1) > 1)
    const three = field.slice(0, 3)
    const [worst] = three.toSorted((a, b) => (b.lap.paceGapMs ?? 0) - (a.lap.paceGapMs ?? 0))
    if (car === undefined || worst === undefined) throw new Error('too few cars')
    const cars = three.map((one) => one.car)
    const draft = await demo.answer('several-cars', car, { scope: { cars } })
    expect(firstOf(draft)).toContain(`sit with car ${worst.car} first`)
  })
})
