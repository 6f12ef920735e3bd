/**
 * antd writes style sheets at run time, which `style-src 'nonce-…'` admits only with the nonce of the page.
 * ConfigProvider's `csp` reaches most of them but not the scroll lock of its dialogs, so the nonce is given
 * where every style element of our own scripts begins. Styles that arrive as markup stay shut out.
 */
export function startStyleNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (!nonce) return;
  document.createElement = new Proxy(document.createElement, {
    apply(create, self, args) {
      const element: unknown = Reflect.apply(create, self, args);
      if (element instanceof HTMLStyleElement) element.nonce = nonce;
      return element;
    },
  });
}
