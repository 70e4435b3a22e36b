import { otherLanguages, type OtherLanguage } from '../../understanding/intents/other-script.ts'
import { plainText } from '../../understanding/plain-text.ts'

/** Languages that are told by their letters. */
const written: readonly OtherLanguage[] = [
  { pattern: /[\u3040-\u30ff]/g, said: '英語しか分かりません。英語で質問してください。' },
  { pattern: /[\u4e00-\u9fff]/g, said: '我只懂英语，请用英语提问。' },
  {
    pattern: /[\u0400-\u04ff]/g,
    said: 'Я понимаю только английский. Спросите, пожалуйста, по-английски.',
  },
]

/** How a driver is told, in the own language, that only English is understood; undefined where no language is told. */
export function onlyEnglishIn(text: string): string | undefined {
  const plain = plainText(text)
  const counted = [...otherLanguages, ...written].map(({ pattern, said }) => ({
    said,
    count: plain.match(pattern)?.length ?? 0,
  }))
  const [most] = counted.toSorted((a, b) => b.count - a.count)
  return most === undefined || most.count === 0 ? undefined : most.said
}
