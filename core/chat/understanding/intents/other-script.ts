/** Letters that English is not written in. */
export const otherScript =
  /[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** A language by its small words and words of racing, and how its drivers are told that only English is understood. */
export type OtherLanguage = { readonly pattern: RegExp; readonly said: string }

const spoken: readonly (readonly [words: string, said: string])[] = [
  [
    'ich mich mir du dir wir dem den der das die und mit wie wo ist bin nicht mein\\w* runde\\w* beste[nr]? bitte warum weshalb welche[rs]? wer hat habe hatte hatten bei beim zum vom im war waren wurde kann soll sollte sektor abschnitt rennen auto zeit reifen reifendruck bremse[nr]? bremspunkt benzin sprit fahrer kurve schnell\\w* langsam\\w* wieviel viel wann auf gewonnen verloren heute morgen was ein eine einen besser werden wird letzte[rn]? erste[rn]? danke guten',
    'Ich verstehe nur Englisch. Bitte frag mich auf Englisch.',
  ],
  [
    'je tu nous mon ma mes quel quelle quels pourquoi est etaient dans le la les des du un une ou qui que quoi comment suis ai sur sous tour tours temps course secteur virage avec pour etait fait combien pneus? frein\\w* essence pilote voiture plus moins vite rapide lent gagne perdu perds pas au aux et ce merci bonjour',
    'Je ne comprends que l’anglais. Posez la question en anglais, s’il vous plaît.',
  ],
  [
    'donde cual cuando mi mis el la los las fue por que vueltas? quien mas como fui soy tiempo carrera cuantas? cuantos? cuanto gano en del con perdi pierdo un una neumaticos? llantas? presion freno frenos frenar gasolina combustible piloto coche auto curva sector rapido lento estaba estaban y uso puedo debo mejor ayer manana gracias hola estuve',
    'Solo entiendo inglés. Por favor, pregunta en inglés.',
  ],
  [
    'onde eu minha meu meus minhas qual foi volta voltas quem mais em na no nas nos perdi perco tempo corrida quantas? quantos? quanto fiquei estou estava estavam posso com do da dos das pneus? freio freios frear gasolina combustivel piloto carro curva setor rapido lento ruim bom por que porque como quando melhor um uma obrigado obrigada sou melhorar devo ganhou fui',
    'Só entendo inglês. Por favor, pergunte em inglês.',
  ],
  [
    'dove mio mia miei il lo gli giro giri gara chi sono nel nella che ho quante quanti quanto piu perche come quando con della del di posizioni tempo qual quale e delle dei pressioni era erano ero settore curva gomme pressione freni freno frenare benzina carburante pilota macchina veloce lento perso perdo vinto devo posso migliore un una grazie ciao cosa migliore',
    'Capisco solo l’inglese. Per favore, chiedi in inglese.',
  ],
  [
    'waar ik mijn wij was waren wat welke ronde rondes waarom hoe kan het een de verlies tijd wie ben met van race banden rem remmen benzine brandstof bocht sector snel snelste langzaam veel wanneer gewonnen verloren moet beste op in heb sneller worden',
    'Ik begrijp alleen Engels. Stel de vraag in het Engels.',
  ],
  [
    'gdzie jak jest moj moja moje czas okrazeni\\w* kto dlaczego kiedy ile na byl byla opony paliwo hamowa\\w* hamulce wyscig zakret najszybszy trace czy nie moge dzieki',
    'Rozumiem tylko po angielsku. Proszę zapytać po angielsku.',
  ],
  [
    'var hur jag min mitt mina varv varvet tid tappar forlorar vem varfor nar mest dack bromsa\\w* bensin bransle ar inte och det som pa snabbast lopp kurva tack hej',
    'Jag förstår bara engelska. Fråga på engelska, tack.',
  ],
]

export const otherLanguages: readonly OtherLanguage[] = spoken.map(([words, said]) => ({
  pattern: new RegExp(`\\b(?:${words.replaceAll(' ', '|')})\\b`, 'g'),
  said,
}))

/** They are words of English too. */
const shared = new Set(
  'im was war do no me come race auto la le du con mit met van kan wat tempo com em ma que pour sur en die den der in an de we bin as pas au un par on at par an y ce dem sector tour tours course essence plus temps rem op min var tid ar det el los las da das dos nas nos na bom por hat nel era di lo pot lent vite best curve e i cosa'.split(
    ' ',
  ),
)

/** Half of the words and two at least belong to one other language. */
export function isOtherLanguage(text: string): boolean {
  const all = text.match(/\p{L}+/gu) ?? []
  return otherLanguages.some(({ pattern }) => {
    const found = text.match(pattern) ?? []
    const own = found.filter((word) => !shared.has(word))
    return own.length >= 2 && found.length * 2 >= all.length
  })
}
