// Words chosen in the paragraph become the span of the correction, as "start-end" in characters of the article's text.
// Without this file the words are typed or copied into the field.

const paragraph = document.querySelector("#paragraf");
const field = document.querySelector("#f-span");

// Python counts characters, this language counts UTF-16 units.
const characters = (words) => [...words].length;

function spanOf(range) {
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Number(paragraph.dataset.start) + characters(before.toString());
  return `${start}-${start + characters(range.toString())}`;
}

document.addEventListener("mouseup", () => {
  const selection = document.getSelection();
  if (!field || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!paragraph.contains(range.commonAncestorContainer)) return;
  field.value = spanOf(range);
  paragraph.querySelector("mark").classList.add("old");
});
