import { carsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, hypothesis, listed, note, type Piece } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { carCount, raceNamed } from '../in-race.ts'
import { whatCost } from './lost-places.ts'
import { notThatPlace } from './not-that-place.ts'
import { finished, onRoad } from './position.ts'
import { aboutCar, aboutRace, type CarTelling, type RaceTelling } from '../telling.ts'

/** Why the official place is another one than that on the road; without a car, whose is. */
export const whyPosition: AnswerIntent = async (ask) => {
  const isOfField =
    /\b(?:any(?:one|body| cars?| drivers?| penalt\w*)|who|whose|which (?:cars?|drivers?)|every(?:one|body))\b/i
  const { scope, text } = ask.part
  const isField = !speaksOfSelf(text) && (scope.car === undefined || isOfField.test(text))
  return isField ? await whoMoved(ask) : await whyPlaced(ask)
}

const whyPlaced = aboutCar((telling) => {
  const { car, who, race } = telling
  const { position: official, positionOnRoad } = car.pattern
  const road = car.own('positionOnRoad')
  if (race.race.classification === null) return onRoad(telling)
  if (official === null) return finished(telling)
  const place = car.own('position')
  if (official === positionOnRoad && !ofStewards.test(telling.ask.part.text))
    return whatCost(telling)
  if (official === positionOnRoad)
    return {
      sentences: [
        notThatPlace(telling),
        fact`${who.You} finished ${exact(place)} in the ${exact(race.ofRace('classification'))} results of ${raceNamed(race)}, and crossed the line ${exact(road)} too: nothing was changed afterwards.`,
        othersMoved(telling),
      ],
      asked: [place, road],
      suggestions: ['Tell me the story of my race', 'Was my pace better than my result?'],
    }
  return {
    sentences: [
      notThatPlace(telling),
      fact`${who.You} crossed the line ${exact(road)} on the road and stand${who.You === 'You' ? '' : 's'} ${exact(place)} in the ${exact(race.ofRace('classification'))} results of ${raceNamed(race)}.`,
      official > positionOnRoad
        ? hypothesis`A penalty or a decision of the stewards may be behind it.`
        : hypothesis`A penalty to cars ahead, or a decision of the stewards, may be behind it.`,
      note`The results sheet gives no reason for the difference; the stewards' documents, which would, are not part of the data.`,
    ],
    asked: [place, road],
    suggestions: ['Did they take one of my laps?', 'Who won?', 'Tell me the story of my race'],
  }
})

/** "Was I penalised?", "why am I 8th in the results?": asked of what was decided, not of the race. */
const ofStewards =
  /\b(?:penal\w*|steward\w*|disqualif\w*|dsq|exclu\w*|classif\w*|official\w*|results?|sheet|list\w*|demot\w*|moved (?:down|back)|sent to|put (?:me|us|him|her)|on the road|cross\w*|(?:took|take) the flag|thrown|change\w*)\b/i

/** Cars whose place in the results is another than on the road, where there are few. */
function othersMoved(telling: CarTelling) {
  const cars = movedDown(telling).map((car) => car.own('car'))
  if (cars.length === 0 || cars.length > 4) return undefined
  const further = cars.length === 1 ? 'stands' : 'stand'
  return fact`Elsewhere ${carsCited(cars)} ${further} further down in the results than on the road.`
}

function movedDown({ race, carIn }: RaceTelling): readonly CoachedCar[] {
  return race.patterns
    .filter(({ position, positionOnRoad }) => position !== null && position > positionOnRoad)
    .toSorted((a, b) => a.positionOnRoad - b.positionOnRoad)
    .flatMap(({ car }) => carIn(car) ?? [])
}

const mostNamed = 8

/** Where results and road differ over the field: penalties show nowhere else. */
const whoMoved = aboutRace((telling) => {
  const { race } = telling
  const suggestions = ['Who won?', 'Did they take any laps?', 'Who did not finish?']
  if (race.race.classification === null)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no results file for ${raceNamed(race)}, so nothing shows what the stewards decided.`,
      ],
      suggestions,
    }
  const results: Piece = ['the ', exact(race.ofRace('classification')), ' results']
  const down = movedDown(telling)
  const without = race.patterns
    .filter(({ position }) => position === null)
    .flatMap(({ car }) => telling.carIn(car)?.own('car') ?? [])
  if (down.length + without.length === 0)
    return {
      sentences: [
        fact`Nothing of that kind shows in ${raceNamed(race)}: all ${exact(carCount(telling))} cars stand in ${results} where they crossed the line.`,
        note`Warnings, and penalties that moved nobody, are in the stewards' documents alone; they are not part of the data.`,
      ],
      asked: [carCount(telling)],
      suggestions,
    }
  const told = down
    .slice(0, mostNamed)
    .map((car): Piece => [
      exact(car.own('car')),
      ' (',
      exact(car.own('positionOnRoad')),
      ' on the road, ',
      exact(car.own('position')),
      ' in the results)',
    ])
  return {
    sentences: [
      down.length === 0
        ? undefined
        : fact`Further down in ${results} of ${raceNamed(race)} than on the road: ${listed(told)}${down.length > told.length ? ', and more' : ''}.`,
      without.length === 0 ? undefined : fact`Without a place in them: ${carsCited(without)}.`,
      hypothesis`A penalty or a disqualification may be behind it; the sheet gives no reason.`,
      note`The stewards' documents would tell; they are not part of the data.`,
    ],
    asked: down.slice(0, mostNamed).map((car) => car.own('position')),
    suggestions,
  }
})
