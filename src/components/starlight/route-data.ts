/** What is changed of the data that Starlight makes for a page, before the page is drawn. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute: route } }) => {
  // The page for what is not there has no address of its own: a host shows it at any.
  if (route.id === '404') route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical' && attrs?.['property'] !== 'og:url');
});
