import { note } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { sectionAsked } from '../in-race.ts'
import { lyingIn } from './lying-in.ts'
import { type Beyond, beyond } from './not-timed.ts'
import { onlyEnglishIn } from './spoken-languages.ts'
import { carOfRace, tellOf, voiceOf } from '../telling.ts'

/** Each of these topics as an answer. */
export const beyondAnswers: readonly (readonly [string, AnswerIntent])[] = Object.entries(
  beyond,
).map(([id, topic]) => [id, async (ask) => await answer(ask, topic)])

async function answer(ask: Ask, { said, nearest, toKnow, suggestions, outcome }: Beyond) {
  const { raceId, car: number } = ask.part.scope
  return await tellOf(ask, async (telling) => {
    const race =
      nearest === undefined || raceId === undefined || number === undefined
        ? undefined
        : telling.other(await ask.season.race(raceId))
    const car = race && number !== undefined ? carOfRace(telling, race, number) : undefined
    const place = sectionAsked(ask)
    const section = sectionIds.find((id) => place?.startsWith(id))
    const near =
      race && car && nearest
        ? nearest(section)({
            ...telling,
            race,
            car,
            carIn: (one) => carOfRace(telling, race, one),
            who: voiceOf(ask, car),
          })
        : undefined
    const language = ask.part.intent === 'other-language' ? onlyEnglishIn(ask.part.text) : undefined
    return {
      outcome: outcome ?? 'not-in-data',
      sentences: [
        note`${said}`,
        language === undefined ? undefined : note`${language}`,
        near?.sentence ?? (place === undefined ? undefined : await lyingIn(telling, ask, place)),
        toKnow === undefined ? undefined : { ...note`${toKnow}`, kind: 'action' },
      ],
      asked: near?.asked ?? [],
      suggestions,
    }
  })
}
