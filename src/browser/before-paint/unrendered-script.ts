/** No text: hydration leaves the script as the server wrote it, so pages need not download it. By `imports` in package.json. */
export const renderedScript = ''
