/** The quiet line at the foot of the window when the host has a newer build than the page that is read. */

/** Shows it once; `read` is called when the reader wants the new one. */
export function sayNewVersion(read: () => void): void {
  if (document.querySelector('.new-version')) return;
  const line = document.createElement('p');
  line.className = 'new-version label';
  line.setAttribute('role', 'status');
  line.append(
    'This site has a newer version. ',
    button('Read the new version', read),
    button('Not now', () => line.remove()),
  );
  document.body.append(line);
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}
