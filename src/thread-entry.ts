/**
 * Where a thread of that name begins. A build starts the thread of its own, whatever was built since; a process that
 * runs from source starts what is compiled of the sources.
 */
export const threadEntry = (name: 'index-worker' | 'encoder-worker'): URL =>
  new URL(
    import.meta.url.endsWith('.ts') ? import.meta.resolve(`#project/bin/${name}.js`) : `${name}.js`,
    import.meta.url,
  );
