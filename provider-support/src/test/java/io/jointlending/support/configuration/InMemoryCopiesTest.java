package io.jointlending.support.configuration;

class InMemoryCopiesTest extends CopiesContract {
    @Override
    Copies copies() {
        return new InMemoryCopies();
    }
}
