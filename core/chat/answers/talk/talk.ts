import { exact, fact, note, short } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { inResultOrder, raceNamed } from '../in-race.ts'
import { carOfRace, tellOf } from '../telling.ts'
import { told } from '../told.ts'

const firstQuestions = ['Where do I lose time?', 'What should I work on first?', 'How was my race?']

export const greeting: AnswerIntent = async (ask) => {
  const { raceId, car } = ask.part.scope
  const isKnown = raceId !== undefined && car !== undefined
  return await tellOf(ask, async (telling) => {
    const race = isKnown ? telling.other(await ask.season.race(raceId)) : undefined
    const own = race && car !== undefined ? carOfRace(telling, race, car) : undefined
    return {
      sentences: [
        own && race
          ? fact`Hello. On the screen is ${exact(own.own('car'))} in ${raceNamed(race)}: what would you like to know?`
          : note`Hello. Ask about a race, a car or a lap; tell me your car number and I keep it in mind.`,
      ],
      suggestions: firstQuestions,
    }
  })
}

export const thanks: AnswerIntent = async ({ part }) => {
  const isLeaving = /\bbye\b|goodbye|see you|ciao|that's all|no more/i.test(part.text)
  return await Promise.resolve(
    told({
      sentences: [isLeaving ? note`See you. Everything stays here.` : note`You are welcome.`],
      facts: [],
      suggestions: isLeaving ? [] : ['What should I work on first?', 'Whose onboard do I watch?'],
    }),
  )
}

/** What can be asked, by example. */
export const help: AnswerIntent = async ({ part }) =>
  await Promise.resolve(
    told({
      sentences: [
        note`Ask in your own words about a race, a car, a lap or a section: where time is lost, what to work on, how steady you were, what happened on a lap, how you compare with another car, whether the track or the weather moved everyone.`,
        note`Every number opens the line of the timing file that it came from.`,
        note`Braking, lines, tyres and set-up are not in the timing; then I say what is nearest.`,
      ],
      facts: [],
      suggestions:
        part.scope.car === undefined
          ? ['Who won?', 'Who was quickest in which section?', 'Which races are there?']
          : firstQuestions,
    }),
  )

/** The driver says which car is his: what the season holds of it. */
export const setCar: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { car: number } = ask.part.scope
    if (number === undefined) return { outcome: 'asked-back', sentences: [note`Which car number?`] }
    const races = (await ask.season.races()).filter(({ cars }) =>
      cars.some(({ car }) => car === number),
    )
    const raced = races.find((race) => race.raceId === ask.part.scope.raceId) ?? races[0]
    const race = raced && telling.other(await ask.season.race(raced.raceId))
    const shown = race && carOfRace(telling, race, number)
    if (shown === undefined)
      return {
        outcome: 'not-in-data',
        sentences: [note`No car of that number is in the season.`],
        suggestions: ['Which races are there?'],
      }
    const field =
      inResultOrder(shown)[0]?.position === null || shown.pattern.position === null
        ? 'positionOnRoad'
        : 'position'
    return {
      sentences: [
        fact`Car ${short(shown.own('car'))} it is: "me" is that car from here on.`,
        fact`In ${raceNamed(shown)} it finished ${exact(shown.own(field))}${field === 'position' ? '' : ' on the road'}.`,
      ],
      asked: [shown.own('car')],
      suggestions: firstQuestions,
    }
  })
