"""Attribution: who gives a figure, and which figures of the article agree with it or contradict it."""
