/** Letters that English is not written in. */
export const otherScript =
  /[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

const words: readonly RegExp[] = [
  /\b(?:ich|mich|mir|dem|den|der|das|und|mit|wie|wo|ist|bin|nicht|mein\w*|runde|bitte|warum|welche[rs]?|wer|hat|habe|bei|zum|vom|im|war|wurde|kann|soll|sektor|rennen|auto|zeit)\b/g,
  /\b(?:je|mon|ma|mes|quel|quelle|pourquoi|est|dans|le|la|les|des|du|ou|qui|que|comment|suis|ai|sur|tour|temps|course|secteur|avec|pour|etait|fait|combien)\b/g,
  /\b(?:donde|cual|mi|mis|el|los|las|fue|por|que|vuelta|quien|mas|como|fui|soy|tiempo|carrera|cuantas?|cuantos?|gano|en|del|con|perdi|pierdo)\b/g,
  /\b(?:onde|eu|minha|meu|qual|foi|volta|quem|mais|em|na|no|perdi|perco|tempo|corrida|quantas?|quantos?|fiquei|estou|posso|com|do|da)\b/g,
  /\b(?:dove|mio|mia|il|giro|gara|chi|sono|nel|che|ho|quante|quanti|piu|perche|come|con|della|del|posizioni|tempo|qual|era|ero|settore)\b/g,
  /\b(?:waar|ik|mijn|was|wat|welke|ronde|waarom|hoe|kan|het|een|verlies|tijd|wie|ben|met|van|race)\b/g,
]
/** They are words of English too. */
const shared = new Set(
  'im was war do no me come race auto la le du con mit met van kan wat tempo com em ma que pour sur en'.split(
    ' ',
  ),
)

/** Half of the words and two at least belong to one other language. */
export function isOtherLanguage(text: string): boolean {
  const all = text.match(/\p{L}+/gu) ?? []
  return words.some((pattern) => {
    const found = text.match(pattern) ?? []
    const own = found.filter((word) => !shared.has(word))
    return own.length >= 2 && found.length * 2 >= all.length
  })
}
