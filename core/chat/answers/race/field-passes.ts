import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { lapAsked, raceNamed } from '../in-race.ts'
import { aboutRace } from '../telling.ts'

const passesNamed = 8

/** Who passed whom on a lap, over the whole field; without a lap, how many places changed on track in the race. */
export const fieldPasses = aboutRace((telling) => {
  const { ask, race, carIn, keep } = telling
  const lap = lapAsked(ask)
  const all = race.patterns.flatMap(({ car, story }) => {
    const one = carIn(car)
    return story.changes.flatMap(({ change, how, lap: on }, index) =>
      one === undefined ||
      change !== 'won' ||
      how !== 'on-track' ||
      (lap !== undefined && on !== lap)
        ? []
        : [{ one, index }],
    )
  })
  const at = ({ one, index }: (typeof all)[number], field: string) =>
    one.own(`story.changes.${index}.${field}`)
  if (all.length === 0)
    return {
      sentences: [note`No place changed on track at the line there in ${raceNamed(race)}.`, atLine],
      suggestions: ['Who won the most places?', 'Were there any yellows?'],
    }
  const laps = all.map((change) => at(change, 'lap'))
  const count = keep(computedFact('count', laps, 'count', 'Places that changed on track'))
  const told = all
    .slice(0, passesNamed)
    .map((change): Piece => [exact(change.one.own('car')), ' passed ', exact(at(change, 'car'))])
  const where: Piece =
    lap === undefined || laps[0] === undefined
      ? [' in ', raceNamed(race)]
      : [' on ', exact(laps[0]), ' of ', raceNamed(race)]
  const times = countCited(count, 'time')
  return {
    sentences: [
      lap === undefined
        ? fact`Places changed on track ${times}${where}, from one line to the next under green.`
        : fact`Places changed on track ${times}${where}: ${listed(told)}${all.length > told.length ? ', and more' : ''}.`,
      atLine,
    ],
    asked:
      lap === undefined
        ? [count]
        : [count, ...all.slice(0, passesNamed).map((one) => at(one, 'car'))],
    suggestions: ['Who won the most places?', 'Who led?'],
  }
})

const atLine = note`Seen at the line only: a place that changed and changed back within a lap does not show, nor does the opening lap.`
