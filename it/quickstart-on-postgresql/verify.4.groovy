context.shop.after(4)
