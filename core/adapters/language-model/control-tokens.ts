/** Invisible characters, among them the tags that hide a text in a text. */
const invisible =
  // oxlint-disable-next-line no-control-regex -- these are the ones to remove
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu

/** What the tokenizers of Gemma and of the models beside it read as a command, not as text. */
const token =
  /<\/?(?:start_of_turn|end_of_turn|start_of_image|end_of_image|image_soft_token|bos|eos|pad|unk|mask|s|unused\d{1,4})>|<\|[^<>|]{1,40}\|>|\[multimodal\]|\[\/?INST\]/gi

/**
 * A text that can only be read as text. A token may stand inside another ('<e<eos>os>'), so it is done until
 * nothing is left to do.
 */
export function withoutControlTokens(text: string): string {
  let clean = text.normalize('NFC').replaceAll('\r\n', '\n').replace(invisible, '')
  let before
  do {
    before = clean
    clean = clean.replace(token, '')
  } while (clean !== before)
  return clean
}
