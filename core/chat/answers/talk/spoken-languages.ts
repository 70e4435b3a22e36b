/** How a driver of another language is told, in that language, that only English is understood. */
const languages: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:wo|ich|meine?|mir|mich|war(?:um)?|wie|und|der|die|das|welche[rs]?|runde|zeit|ist|bin|nicht|schnell\w*|danke|guten)\b/g,
    'Ich verstehe nur Englisch. Bitte frag mich auf Englisch.',
  ],
  [
    /\b(?:ou|je|mon|ma|mes|le|la|les|du|des|temps|tour|est|quel(?:le)?|pourquoi|comment|suis|qui|plus|dans|perds?|merci|bonjour|sur)\b/g,
    'Je ne comprends que l’anglais. Posez la question en anglais, s’il vous plaît.',
  ],
  [
    /\b(?:donde|pierdo|mas|tiempo|mi|mis|cual|fue|vuelta|el|los|las|por|en|que|como|quien|soy|estuve|gracias|hola|fui|mejor|puedo|carrera)\b/g,
    'Solo entiendo inglés. Por favor, pregunta en inglés.',
  ],
  [
    /\b(?:onde|eu|perco|mais|tempo|minha|meu|qual|foi|volta|em|no|na|por|obrigad[oa]|posso|corrida|sou|estou|melhorar|melhor|quem|devo|ganhou|fui)\b/g,
    'Só entendo inglês. Por favor, pergunte em inglês.',
  ],
  [
    /\b(?:dove|perdo|il|mio|mia|giro|tempo|perche|chi|piu|come|cosa|nel|settore|sono|era|devo|gara|posso|grazie|ciao|migliore)\b/g,
    'Capisco solo l’inglese. Per favore, chiedi in inglese.',
  ],
  [
    /\b(?:waar|verlies|ik|tijd|mijn|was|wat|beste|ronde|waarom|hoe|kan|sneller|worden|het|een)\b/g,
    'Ik begrijp alleen Engels. Stel de vraag in het Engels.',
  ],
  [/[\u3040-\u30ff]/g, '英語しか分かりません。英語で質問してください。'],
  [/[\u4e00-\u9fff]/g, '我只懂英语，请用英语提问。'],
  [/[\u0400-\u04ff]/g, 'Я понимаю только английский. Спросите, пожалуйста, по-английски.'],
]

/** Undefined where no language is told by its small words. */
export function onlyEnglishIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').toLowerCase()
  const bare = plain.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
  const counted = languages.map(([pattern, said]) => ({
    said,
    count: (bare.match(pattern) ?? plain.match(pattern) ?? []).length,
  }))
  const [most] = counted.toSorted((a, b) => b.count - a.count)
  return most === undefined || most.count === 0 ? undefined : most.said
}
